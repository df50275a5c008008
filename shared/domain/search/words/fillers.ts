/** What says nothing of an idea: set phrases, filling words of speech, words without a meaning. */

const SET_PHRASES = `
建议 希望 领导 存在 问题 安全隐患 隐患 提高 提升 效率 改善 改进 加强 解决 进行 应该 应当 能不能 能否 可不可以
可以 需要 尽快 现在 目前 公司 关于 对于 以及 或者 然后 因为 所以 但是 而且 统一 规范 管理 影响 严重 容易 方便
不便 比如 例如 等等 是否 尽量 争取 考虑 麻烦
`;

const SPOKEN = `
一下子 一下 我们 咱们 咱 没有 没法 不要 不能 不用 不行 还是 还有 老是 总是 经常 每次 每天 每回 每到 有时候 有的
有人 大家 别人 人家 自己 真的 实在 特别 非常 比较 最好 其实 反正 这个 那个 这些 那些 这样 那样 这种 那种 怎么
什么 多少 为什么 是不是 有没有 觉得 感觉 看看 弄个 搞个 做个 装个 加个 配个 换个 来个 弄 搞 一个 一些 一点 有点
点儿 就是 都是 不是 一直 已经 刚刚 时候 之后 以后 之前 以前 后来 的话
`;

/** What most proposals do, whatever it is. */
const DOING = `
增加 增设 加装 安装 添置 添加 加上 改成 改为 改用 换成 更换 采用 使用 实行 推行 设置 设立
`;

/** Characters that say nothing alone; within a word for a thing they are found before. */
const CHARACTERS =
  '的了着吧呢啊个就都也还很太再又在有是把被给让要会能到从和与及于用上下里时不没呀吗嘛哦唉';

export const FILLERS: readonly string[] = [
  ...[SET_PHRASES, SPOKEN, DOING].flatMap(words => words.trim().split(/\s+/)),
  ...CHARACTERS,
];
