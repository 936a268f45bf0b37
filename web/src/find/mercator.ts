import { world } from "../generated/outlines";

/** The Mercator projection of web maps: a zoom level doubles the scale, and the world is 256 pixels wide at level 0. */

/** A point of the map, in units of the outlines. */
export interface Spot {
  x: number;
  y: number;
}

/** A part of the map: its middle, and its zoom level. */
export interface View extends Spot {
  zoom: number;
}

export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** The size of the map in pixels, by which everything on it is laid out. */
export const width = 400;
export const height = 300;
export const farthest = 2;
export const nearest = 14;

const unit = (zoom: number) => world / (256 * 2 ** zoom); // units in a pixel

/** What lies east of the antimeridian is west of all else, as in the outlines. */
export function spotAt(latitude: number, longitude: number): Spot {
  const east = longitude > 0 ? longitude - 360 : longitude;
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  return { x: (east / 360 + 0.5) * world, y: (0.5 - y / (2 * Math.PI)) * world };
}

function placeOf({ x, y }: Spot): { latitude: number; longitude: number } {
  const longitude = (x / world - 0.5) * 360;
  const latitude = (Math.atan(Math.exp((0.5 - y / world) * 2 * Math.PI)) * 360) / Math.PI - 90;
  return { latitude: Math.min(Math.max(latitude, -85), 85), longitude: longitude < -180 ? longitude + 360 : longitude };
}

/** Where a spot is in the picture, in pixels. */
export function pixelOf(view: View, spot: Spot): Spot {
  return { x: width / 2 + (spot.x - view.x) / unit(view.zoom), y: height / 2 + (spot.y - view.y) / unit(view.zoom) };
}

/** The transformation of the outlines into the picture. */
export function transformOf(view: View): string {
  const scale = 1 / unit(view.zoom);
  return `translate(${width / 2 - view.x * scale} ${height / 2 - view.y * scale}) scale(${scale})`;
}

/** The view moved by pixels. */
export function moved(view: View, right: number, down: number): View {
  return { ...view, x: view.x + right * unit(view.zoom), y: view.y + down * unit(view.zoom) };
}

export function zoomed(view: View, by: number): View {
  return { ...view, zoom: Math.min(Math.max(view.zoom + by, farthest), nearest) };
}

/** What a view shows, in degrees. */
export function boundsOf(view: View): Bounds {
  const [left, right] = [-width / 2, width / 2].map((x) => moved(view, x, 0));
  const [top, bottom] = [-height / 2, height / 2].map((y) => moved(view, 0, y));
  const span = right!.x - left!.x;
  if (span >= world) return { south: placeOf(bottom!).latitude, west: -180, north: placeOf(top!).latitude, east: 180 };
  return {
    south: placeOf(bottom!).latitude,
    west: placeOf(left!).longitude,
    north: placeOf(top!).latitude,
    east: placeOf(right!).longitude,
  };
}

/** The nearest view that has all bounds, with room around them. */
export function fitting(all: Bounds[]): View {
  const corners = all.flatMap(({ south, west, north, east }) => [spotAt(south, west), spotAt(north, east)]);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = 0.84;
  let zoom = 11; // never nearer than a town
  while (zoom > farthest && ((right - left) / unit(zoom) > width * room || (bottom - top) / unit(zoom) > height * room)) zoom -= 0.25;
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom };
}

const milesAround = 24_901;

/** The bounds of a circle. */
export function boundsAround(latitude: number, longitude: number, miles: number): Bounds {
  const high = (miles / milesAround) * 360;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  return { south: latitude - high, west: longitude - wide, north: latitude + high, east: longitude + wide };
}

/** The radius of a circle in pixels, which is right in its middle. */
export function radiusOf(view: View, latitude: number, miles: number): number {
  return ((miles / milesAround) * world) / Math.cos((latitude * Math.PI) / 180) / unit(view.zoom);
}
