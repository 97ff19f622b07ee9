import { styled } from 'styled-components';
import { signaturePaper } from '../../../contracts/receiving';
import type { Strokes } from '../../../contracts/receiving';

const points = (stroke: Strokes[number]) => stroke.map(([x, y]) => `${x},${y}`).join(' ');

/** The paper of a signature. It is not turned around with the panel: it was drawn as it stands. */
export const SignaturePaper = styled.svg.attrs({
  viewBox: `0 0 ${signaturePaper.width} ${signaturePaper.height}`,
  direction: 'ltr',
})`
  display: block;
  inline-size: 100%;
  max-inline-size: 60rem;
  aspect-ratio: ${signaturePaper.width} / ${signaturePaper.height};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: #fff;
  fill: none;
  stroke: #1d2b26;
  stroke-width: 6;
  stroke-linecap: round;
  stroke-linejoin: round;
`;

/** The strokes as they were drawn; a single point is a dot. */
export const Ink = ({ strokes }: { strokes: Strokes }) => (
  <>
    {strokes.map((stroke, place) => (
      <polyline
        key={place}
        points={points(stroke.length === 1 ? [...stroke, ...stroke] : stroke)}
      />
    ))}
  </>
);
