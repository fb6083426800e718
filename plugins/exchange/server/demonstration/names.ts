import type { Random, Weighted } from './random';

export type Gender = '男' | '女';

const ETHNICITIES: Weighted<string> = [
  ['苗族', 38],
  ['布依族', 30],
  ['汉族', 28],
  ['仡佬族', 2],
  ['彝族', 2],
];

/** Our own tables, shares by eye: the commonest Han surnames, and those typical of Miao and Buyi families. */
const SURNAMES: Readonly<Record<string, Weighted<string>>> = {
  苗族: surnames('杨18 吴12 龙9 王9 石7 罗7 熊6 李6 张6 韦5 陶4 项3 古3 潘3 侯2 侬2 田2 麻2 祝1 雄1'),
  布依族: surnames('韦17 罗13 王12 黄9 陆8 岑6 伍6 班6 卢5 蒙5 莫4 覃4 郭3 陈3 梁2 农2 查2 骆1'),
  汉族: surnames(
    '王9 李9 张8 刘7 陈6 杨5 周4 吴4 黄4 赵3 徐3 孙3 胡3 朱3 高2 林2 何2 郭2 马2 罗2 宋2 谢2 唐2 邓2 冯2 曾2 彭1 肖1 田1 董1',
  ),
};
const DEFAULT_SURNAMES = surnames('王9 李8 张8 杨7 罗6 陈5 吴5 安4 禄3 龙3 胡3 何2 郑2 申2');

type Syllables = readonly [string, ...string[]];
const GIVEN: Readonly<Record<Gender, { readonly first: Syllables; readonly last: Syllables }>> = {
  男: {
    first: syllables('国 正 明 志 文 光 德 兴 永 世 启 朝 登 发 小 大 天 学 应 开 云 忠'),
    last: syllables('华 强 军 明 平 林 才 贵 福 荣 祥 龙 云 安 富 勇 伟 友 刚 全 海 山'),
  },
  女: {
    first: syllables('小 玉 秀 桂 春 美 丽 凤 金 明 兰 红 永 正 元 晓 海 光 仕 文'),
    last: syllables('英 珍 芬 芳 琴 梅 花 兰 香 秀 芝 仙 菊 群 艳 敏 会 莲 美 燕'),
  },
};

/** The ethnic group of a household. */
export function drawEthnicity(random: Random): string {
  return random.weighted(ETHNICITIES);
}

/** A surname by the shares of the ethnic group. */
export function drawSurname(random: Random, ethnicity: string): string {
  return random.weighted(SURNAMES[ethnicity] ?? DEFAULT_SURNAMES);
}

/** A given name of one or two syllables. */
export function drawGivenName(random: Random, gender: Gender): string {
  const { first, last } = GIVEN[gender];
  return random.chance(0.18) ? random.pick(last) : random.pick(first) + random.pick(last);
}

/** `'王9 李8'` as a weighted table. */
function surnames(text: string): Weighted<string> {
  return text.split(' ').map((entry) => [entry.slice(0, 1), Number(entry.slice(1))] as const);
}

function syllables(text: string): Syllables {
  const [head = '', ...rest] = text.split(' ');
  return [head, ...rest];
}
