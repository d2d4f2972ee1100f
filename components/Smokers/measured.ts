/** People put on the right side, of the 600 trained on and of 2,000 new ones, by each of eight random starts. */
export interface MeasuredNet {
  readonly sizes: readonly number[];
  readonly phi: string;
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

/**
 * Full batches, rate 0.1, momentum 0.9, 1,500 steps, seeds 1 to 8, float32. Written by scripts/measure-training.ts.
 * The function `square` is x².
 */
export const measuredNets: readonly MeasuredNet[] = [
  {
    sizes: [3, 1],
    phi: 'identity',
    seen: [369, 369, 369, 369, 369, 369, 369, 369],
    unseen: [1205, 1205, 1205, 1205, 1205, 1205, 1205, 1205],
  },
  {
    sizes: [3, 8, 1],
    phi: 'identity',
    seen: [369, 369, 369, 369, 369, 369, 369, 369],
    unseen: [1205, 1205, 1205, 1205, 1205, 1205, 1205, 1205],
  },
  {
    sizes: [3, 8, 1],
    phi: 'sigmoid',
    seen: [539, 538, 538, 540, 546, 538, 539, 539],
    unseen: [1779, 1803, 1777, 1791, 1765, 1794, 1754, 1772],
  },
  {
    sizes: [3, 8, 1],
    phi: 'tanh',
    seen: [544, 542, 549, 546, 549, 550, 549, 549],
    unseen: [1785, 1792, 1790, 1796, 1777, 1778, 1807, 1789],
  },
  {
    sizes: [3, 8, 1],
    phi: 'relu',
    seen: [552, 548, 549, 552, 550, 543, 554, 552],
    unseen: [1797, 1802, 1784, 1813, 1803, 1801, 1802, 1797],
  },
  {
    sizes: [3, 8, 1],
    phi: 'gelu',
    seen: [548, 554, 555, 552, 550, 549, 548, 550],
    unseen: [1803, 1799, 1806, 1806, 1804, 1809, 1805, 1804],
  },
  {
    sizes: [3, 8, 1],
    phi: 'square',
    seen: [547, 547, 547, 547, 547, 547, 547, 547],
    unseen: [1820, 1820, 1820, 1820, 1820, 1820, 1820, 1820],
  },
  {
    sizes: [3, 2, 1],
    phi: 'relu',
    seen: [478, 481, 478, 478, 480, 478, 468, 479],
    unseen: [1531, 1504, 1531, 1531, 1527, 1531, 1517, 1528],
  },
  {
    sizes: [3, 2, 1],
    phi: 'tanh',
    seen: [474, 474, 474, 474, 474, 474, 474, 474],
    unseen: [1538, 1538, 1537, 1538, 1538, 1538, 1538, 1538],
  },
  {
    sizes: [3, 4, 1],
    phi: 'relu',
    seen: [533, 536, 540, 523, 503, 542, 537, 543],
    unseen: [1758, 1757, 1779, 1785, 1740, 1790, 1742, 1752],
  },
  {
    sizes: [3, 4, 1],
    phi: 'tanh',
    seen: [546, 549, 546, 541, 546, 534, 540, 545],
    unseen: [1754, 1791, 1761, 1780, 1765, 1799, 1793, 1764],
  },
  {
    sizes: [3, 16, 1],
    phi: 'relu',
    seen: [552, 556, 550, 559, 548, 551, 556, 552],
    unseen: [1800, 1802, 1796, 1809, 1800, 1800, 1807, 1800],
  },
  {
    sizes: [3, 16, 1],
    phi: 'tanh',
    seen: [554, 556, 545, 555, 551, 551, 557, 552],
    unseen: [1805, 1780, 1801, 1794, 1783, 1785, 1789, 1790],
  },
  {
    sizes: [3, 8, 8, 1],
    phi: 'identity',
    seen: [369, 369, 369, 369, 369, 369, 369, 369],
    unseen: [1205, 1205, 1205, 1205, 1205, 1205, 1205, 1205],
  },
  {
    sizes: [3, 8, 8, 1],
    phi: 'relu',
    seen: [554, 554, 557, 555, 554, 557, 552, 561],
    unseen: [1783, 1782, 1786, 1795, 1800, 1793, 1788, 1797],
  },
  {
    sizes: [3, 8, 8, 1],
    phi: 'tanh',
    seen: [555, 556, 553, 563, 555, 558, 560, 559],
    unseen: [1803, 1788, 1798, 1781, 1788, 1788, 1787, 1773],
  },
];
