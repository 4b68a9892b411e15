/** Cards beside their sentences: each as high up as its sentence, lower only where the one above needs the room.
    @param wanted distances from the top, px, in reading order @returns where each card goes */
export function placeCards(wanted: readonly number[], heights: readonly number[], gap: number): number[] {
  let free = 0;
  return wanted.map((top, index) => {
    const place = Math.max(top, free);
    free = place + (heights[index] ?? 0) + gap;
    return place;
  });
}
