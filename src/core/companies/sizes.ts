/** By heads, as Commission Recommendation 2003/361/EC, article 2: under 10, under 50, under 250, more. */
export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof sizeClasses)[number];

/** How many people work for a company of a class; `large` has no end. */
export const staffOf: Readonly<Record<SizeClass, { readonly least: number; readonly most?: number }>> = {
  micro: { least: 0, most: 9 },
  small: { least: 10, most: 49 },
  medium: { least: 50, most: 249 },
  large: { least: 250 },
};
