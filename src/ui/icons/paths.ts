/** Paths of the icons, drawn on 18 × 18 with a line of 1.6. An icon says something no word beside it says, or it is left out. */
export const paths = {
  alert: 'M9 2.5 16.5 15.5h-15zM9 7v4M9 13.2v.1',
  'arrow-down': 'M9 3.5v11M4.5 10 9 14.5 13.5 10',
  check: 'M3.5 9.5 7 13l7.5-8.5',
  circle: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  clock: 'M9 2a7 7 0 1 0 0 14A7 7 0 0 0 9 2zM9 5v4.2l2.8 1.6',
  chevron: 'M4.5 7 9 11.5 13.5 7',
  download: 'M9 2.5v9M5 8l4 4 4-4M3 15.5h12',
  file: 'M4.5 2.5h6l3 3v10h-9zM10.5 2.5v3h3',
  target: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM9 8.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z',
  half: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM9 3.5v11',
  info: 'M9 1.9a7.1 7.1 0 1 0 0 14.2A7.1 7.1 0 0 0 9 1.9zM9 8.2v4.3M9 5.6v.1',
  'arrow-left': 'M14.5 9h-11M8 4.5 3.5 9 8 13.5',
  lock: 'M4.5 8.5h9v7h-9zM6.3 8.5V6a2.7 2.7 0 0 1 5.4 0v2.5',
  pause: 'M6 4v10M12 4v10',
  plus: 'M9 3.5v11M3.5 9h11',
  print: 'M5 7V2.5h8V7M5 13H2.5V7h13v6H13M5 10.5h8v5H5z',
  'arrow-right': 'M3.5 9h11M10 4.5 14.5 9 10 13.5',
  search: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM11.7 11.7 15.5 15.5',
  video: 'M2.5 5h9v8h-9zM11.5 8l4-2v6l-4-2',
  cross: 'M4.5 4.5l9 9m0-9-9 9',
} as const;

export type IconName = keyof typeof paths;
