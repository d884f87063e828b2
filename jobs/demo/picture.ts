import sharp from 'sharp';
import type { PictureWish } from './items';

const WIDTH = 1600;
const HEIGHT = 900;

/** A calm abstract picture as JPEG (1600×900) without any writing. */
export const drawPicture = ({ motif, colours }: PictureWish): Promise<Buffer> => {
  const [dark, light, accent] = PALETTES[colours];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${dark}"/><stop offset="1" stop-color="${light}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#ground)"/>${SHAPES[motif](accent)}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
};

const PALETTES: Readonly<Record<PictureWish['colours'], readonly [dark: string, light: string, accent: string]>> = {
  sea: ['#14506b', '#3c9d8f', '#bfe3d4'],
  ember: ['#b5482e', '#e8a34c', '#fbe3bd'],
  night: ['#0f2347', '#274b85', '#b9d2f5'],
  beach: ['#14787e', '#d9c49a', '#f4ead2'],
  violet: ['#35215f', '#6a4a9c', '#d8c9f2'],
  meadow: ['#1f5c37', '#7fae5a', '#e3efcc'],
  dusk: ['#2b4c7e', '#d9803f', '#f8d9b8'],
  sky: ['#2a6fa8', '#dbe9f4', '#ffffff'],
};

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const SHAPES: Readonly<Record<PictureWish['motif'], (accent: string) => string>> = {
  circles: (accent) =>
    range(6)
      .map(
        (i) =>
          `<circle cx="${220 + i * 240}" cy="${430 + (i % 3) * 90 - 60}" r="${210 - i * 12}" fill="${accent}" opacity="0.22"/>`,
      )
      .join(''),
  steps: (accent) =>
    range(7)
      .map((i) => {
        const height = 150 + i * 95;
        return `<rect x="${80 + i * 210}" y="${HEIGHT - height}" width="190" height="${height}" fill="${accent}" opacity="${0.18 + i * 0.05}"/>`;
      })
      .join(''),
  lines: (accent) =>
    range(15)
      .map(
        (i) =>
          `<path d="M0 ${i * 64} L1150 450 L1600 ${i * 64}" fill="none" stroke="${accent}" stroke-width="3" opacity="0.45"/>`,
      )
      .join(''),
  waves: (accent) =>
    range(5)
      .map((i) => {
        const y = 360 + i * 110;
        return `<path d="M0 ${y} C 400 ${y - 140}, 700 ${y + 140}, 1100 ${y} S 1500 ${y - 60}, 1600 ${y} V ${HEIGHT} H 0 Z" fill="${accent}" opacity="0.2"/>`;
      })
      .join(''),
};
