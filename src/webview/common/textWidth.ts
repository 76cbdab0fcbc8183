import type { MeasureText } from '../../core/report/textWidth.js';

/** Measures text as this page shows it. */
export function screenWidth(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  return (text, size) => {
    if (context === null) return text.length * size * 0.6;
    context.font = `${size}px ${family}`;
    return context.measureText(text).width;
  };
}
