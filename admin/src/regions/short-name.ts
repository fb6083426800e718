/** The code table spells villages by their committees: 城墙脚村村民委员会 is called 城墙脚村, 教场社区居民委员会 教场社区. */
export function shortName(name: string): string {
  return name.replace(/村?(村民委员会|村委会)$/, '村').replace(/居民委员会$/, '');
}
