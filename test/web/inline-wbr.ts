/** The environment takes `wbr` for a block, and would put spaces into the names around it. */
const style = document.createElement('style');
style.textContent = 'wbr { display: inline }';
document.head.append(style);
