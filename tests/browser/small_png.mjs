// SPDX-License-Identifier: MIT
// A screenshot as a small PNG: 256 colours are enough for text.
import zlib from "node:zlib";

const STEP = 16; // of a colour's channel

function* chunks(png) {
  for (let at = 8; at < png.length; ) {
    const size = png.readUInt32BE(at);
    yield { type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) };
    at += size + 12;
  }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

// PNG, 9.4: what the filter of a line foretells of a byte.
function foretold(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function pixels(data, width, height, depth) {
  const line = width * depth;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (line + 1)];
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x >= depth ? out[at - depth] : 0;
      const up = y > 0 ? out[at - line] : 0;
      const corner = x >= depth && y > 0 ? out[at - line - depth] : 0;
      out[at] = data[y * (line + 1) + 1 + x] + foretold(filter, left, up, corner);
    }
  }
  return out;
}

// The picture itself, if it is no screenshot of chromium or has too many colours.
export function smallPng(png) {
  const all = [...chunks(png)];
  const head = all[0].data;
  const [width, height, depth] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : head[9] === 2 ? 3 : 0];
  if (depth === 0 || head[8] !== 8) return png;
  const data = zlib.inflateSync(Buffer.concat(all.filter((one) => one.type === "IDAT").map((one) => one.data)));
  const rgb = pixels(data, width, height, depth);
  const colours = new Map();
  const lines = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < width * height; i += 1) {
    const [r, g, b] = [0, 1, 2].map((channel) => Math.min(255, Math.round(rgb[i * depth + channel] / STEP) * STEP));
    const colour = (r << 16) | (g << 8) | b;
    if (!colours.has(colour)) colours.set(colour, colours.size);
    lines[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = colours.get(colour);
  }
  if (colours.size > 256) return png;
  const palette = Buffer.from([...colours.keys()].flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]));
  const start = Buffer.from(head);
  start[9] = 3;
  const parts = [chunk("IHDR", start), chunk("PLTE", palette), chunk("IDAT", zlib.deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([png.subarray(0, 8), ...parts]);
}
