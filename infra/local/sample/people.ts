/**
 * The sample members' names and teams. The names are invented and spread evenly: no two generated
 * ones are the same.
 */

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN_NAMES =
  '桂芳 秀兰 玉梅 凤英 德福 长顺 来喜 守信 满仓 春生 铁柱 树林 秀芝 桂兰 淑珍 素芬 连山 双喜 万财 根生 福来 有才 小满 玉琴 巧云 青山 水生 喜梅 金锁 大河 秋生'.split(
    ' ',
  );

/** One who works elsewhere and has the full name of an account's owner, and that name. */
const NAMESAKE = { number: 'HT0149', name: '王建国' };

/** The teams of the departments that have some. */
const TEAMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['机加一车间', ['一班', '二班', '三班']],
  ['铸造车间', ['造型班', '熔炼班', '清理班', '党员先锋岗']],
  ['装配车间', ['总装班', '电装班']],
  ['磨工车间', ['一班', '二班']],
]);

/** The name of a firm's member, who is the `at`th of the list. */
export function nameOf(number: string, at: number): string {
  if (number === NAMESAKE.number) return NAMESAKE.name;
  const surname = SURNAMES.charAt(at % SURNAMES.length);
  // 31 is prime, so that the members of one surname all differ.
  const round = Math.floor(at / SURNAMES.length);
  const given = GIVEN_NAMES[(7 * at + round) % GIVEN_NAMES.length];
  if (given === undefined) throw new Error('no name');
  return `${surname}${given}`;
}

/** The team of the `at`th member of the list; undefined in a department without teams. */
export function teamOf(department: string, at: number): string | undefined {
  const teams = TEAMS.get(department);
  return teams?.[Math.floor(at / 15) % teams.length];
}
