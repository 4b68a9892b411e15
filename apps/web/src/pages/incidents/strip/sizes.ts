/** Heights of the parts of the time strip, px. */
export const labelHeight = 16;
export const barHeight = 8;
/** From one service's bar to the next. */
export const barStep = barHeight + 3;
export const densityHeight = 22;
export const axisHeight = 16;
