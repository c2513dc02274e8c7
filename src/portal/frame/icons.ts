/** Our own small set of icons on a grid of 24, drawn with one stroke of 1.75. */
const ICONS = {
  arrow: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4',
  bolt: 'M13 2.5 5.5 13.5H12l-1 8 7.5-11H12z',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7',
  card: 'M3 6h18v12.5H3zM3 10.5h18M6.5 15h4',
  check: 'M5 12.5 10 17.5 19.5 7',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3.5 2',
  cross: 'M6 6l12 12M18 6 6 18',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  external: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  filter: 'M4 5h16l-6.5 7.5V19l-3 1.5v-8z',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  hand: 'M8 12V6.5a1.5 1.5 0 0 1 3 0V11 5a1.5 1.5 0 0 1 3 0v6-4a1.5 1.5 0 0 1 3 0v7c0 4-2.5 7-6 7-3 0-4.5-1.5-6-4.5L4 14c-.5-1.5 1.2-2.5 2.3-1.2z',
  house: 'M4 11.5 12 4.5l8 7M6 10v10h12V10M10 20v-6h4v6',
  idCard:
    'M3 5.5h18v13H3zM8.5 9a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM5.5 16.2c.6-1.6 5.4-1.6 6 0M14.5 10h4M14.5 13.5h4',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.4v.4',
  letter: 'M3 6h18v13H3zM3.5 6.5 12 13l8.5-6.5',
  lock: 'M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  pen: 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5',
  person: 'M12 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 12 4zM4.5 20.5c.8-7.5 14.2-7.5 15 0',
  phone:
    'M5 4h4l1.5 4.5L8 10.5c1 2.5 3 4.5 5.5 5.5l2-2.5L20 15v4c0 1-.8 1.5-1.8 1.4C10.5 19.5 4.5 13.5 3.6 5.8 3.5 4.8 4 4 5 4z',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5',
  shield: 'M12 3l7.5 3v5.500c0 4.5-3 7.8-7.5 9.5-4.5-1.7-7.5-5-7.5-9.500V6zM8.5 12l2.5 2.5 4.5-5',
  signOut: 'M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5',
  upload: 'M12 20V9M7 13.500l5-5 5 5M5 4.500h14',
  users:
    'M9 5a3.2 3.2 0 1 0 0 6.400A3.2 3.2 0 0 0 9 5zM2.5 19.500c.6-6.5 12.4-6.5 13 0M15.5 5.200a3.2 3.2 0 0 1 0 6M18 14c2 .8 3.3 2.6 3.5 5.5',
  warning: 'M12 4 2.8 20h18.400zM12 10v5M12 17.400v.4',
} as const;

export type IconName = keyof typeof ICONS;

export const ICON_NAMES = Object.keys(ICONS) as IconName[];

/** An icon that stands beside its words: nothing for a screen reader. */
export const iconMarkup = (name: string): string => {
  if (!Object.hasOwn(ICONS, name)) throw new Error(`No icon "${name}"`);
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${ICONS[name as IconName]}"/></svg>`;
};
