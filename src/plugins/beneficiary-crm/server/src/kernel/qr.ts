import { renderSVG } from 'uqr';

/**
 * A QR code as a drawing for paper or a screen, with the quiet margin of four modules around it. Correction level M, so
 * that a code on a folded receipt is read too. Made here, so that what stands in it is told to nobody.
 */
export const qrSvg = (text: string): string =>
  renderSVG(text, { ecc: 'M', border: 4, pixelSize: 1 });
