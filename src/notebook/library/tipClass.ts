/** Marks the groups of a chart that hold what the page shows on hover; `chart.ts` turns them into data. */
export const tipClass = 'cell-tip';
