/** A bar a year: median days from the application to the offer, and to the connection. */
export interface YearOfWaiting {
  readonly year: number;
  readonly offer: number;
  readonly whole: number | null;
}

const WIDTH = 720;
const HEIGHT = 320;
const LEFT = 56;
const BOTTOM = 40;
const TOP = 52;

export function waitingPicture(years: readonly YearOfWaiting[]): string {
  const most = Math.max(...years.map(({ offer, whole }) => Math.max(offer, whole ?? 0)), 1);
  const scale = (days: number): number => (days / most) * (HEIGHT - TOP - BOTTOM);
  const step = (WIDTH - LEFT - 16) / years.length;
  const bar = (x: number, days: number, fill: string): string => {
    const height = scale(days);
    const y = HEIGHT - BOTTOM - height;
    return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(step * 0.36).toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>
  <text x="${(x + step * 0.18).toFixed(1)}" y="${(y - 4).toFixed(1)}" text-anchor="middle">${Math.round(days)}</text>`;
  };
  const bars = years.map(({ year, offer, whole }, place) => {
    const x = LEFT + place * step;
    return `  ${bar(x, offer, '#7aa5d2')}
  ${whole === null ? '' : bar(x + step * 0.4, whole, '#1f5a8e')}
  <text x="${(x + step * 0.38).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${year}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Median days from application to offer and to connection, by year of application">
  <rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
  <text x="${LEFT}" y="20" font-size="14">Median days from the application to the offer (light) and to the connection (dark)</text>
  <line x1="${LEFT - 6}" y1="${HEIGHT - BOTTOM}" x2="${WIDTH - 10}" y2="${HEIGHT - BOTTOM}" stroke="#444444"/>
${bars.join('\n')}
</svg>
`;
}
