/** The colours of the visual language; every text pair is measured against WCAG AA. */
export const colour = {
  bar: '#16345F',
  bar2: '#1D3F70',
  barInk: '#FFFFFF',
  barInk2: '#C3D1E6',
  barLine: '#4A6A99',
  ground: '#F4F6F9',
  surface: '#FFFFFF',
  sunken: '#F8FAFC',
  hover: '#F3F7FC',
  selected: '#E9F1FB',
  line: '#E1E7EE',
  line2: '#CBD5E0',
  field: '#8592A2',
  track: '#DCE4ED',
  ink: '#1B2733',
  ink2: '#465566',
  ink3: '#5B6B7B',
  primary: '#1F5AA8',
  primary2: '#17477F',
  done: '#256B2A',
  doneTint: '#E9F4EA',
  returned: '#964507',
  returnedTint: '#FDF2E0',
  returnedLine: '#EBCB9B',
  warning: '#B3261E',
  warningTint: '#FCEEED',
  warningLine: '#EBBFBB',
  changed: '#FFF8E3',
  changedTag: '#FBEFC8',
  changedEdge: '#D9A72B',
  changedInk: '#7A5300',
  ring: '#CFE0F5',
  infoLine: '#C4D8F0',
  demo: '#F6D99B',
  demoLine: '#C9A55B',
} as const;

/** Hue is the group of safeguards, shade its member; unrecognised is hatched. Never state colours. */
export const chart = {
  original: '#2F7F79',
  renovation: '#1F5AA8',
  povertyRelocation: '#5E8FD0',
  otherRelocation: '#A3C1E8',
  publicHousing: '#6B56A5',
  otherMeans: '#AC9DD3',
  hatch: '#EDF1F5',
  hatchLine: '#A9B6C4',
  share: '#75869A',
} as const;

/** Lengths in pixels. */
export const size = {
  bar: 48,
  menu: 208,
  menuFolded: 56,
  tabBar: 56,
  control: 32,
  smallControl: 26,
  touch: 44,
  radius: 6,
  gutter: 20,
  phoneGutter: 12,
} as const;

export const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** Below this width lists are cards and the menu is a tab bar. */
export const PHONE = '@media (max-width:599.95px)';
export const DESKTOP = '@media (min-width:600px)';
