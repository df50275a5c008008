/** The Chinese texts of the pages of `bulletin`. */

export const zh = {
  trackingTitle: '实施跟踪',
};
