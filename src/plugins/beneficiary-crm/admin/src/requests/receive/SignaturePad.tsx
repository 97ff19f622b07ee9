import { Button, Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { styled } from 'styled-components';
import { signaturePaper } from '../../../../contracts/receiving';
import type { Strokes } from '../../../../contracts/receiving';
import { useWords } from '../../app/words';
import { Ink, SignaturePaper } from '../../ui/Signature';

/** A finger that signs does not scroll the page. */
const Pad = styled(SignaturePaper)`
  cursor: crosshair;
  touch-action: none;
  user-select: none;
`;

type Point = Strokes[number][number];
/** Nearer than this to the last point, a point says nothing. */
const nearest = 4;

interface Props {
  strokes: Strokes;
  change: (strokes: Strokes) => void;
  error: string | undefined;
}

/** Where the applicant signs with a finger, a pen or a mouse. Who cannot has the other ways. */
export function SignaturePad({ strokes, change, error }: Props) {
  const { t } = useWords();
  const pad = useRef<SVGSVGElement>(null);
  const current = useRef<Point[]>([]);
  const [drawing, setDrawing] = useState<Point[] | null>(null);

  const pointOf = (event: PointerEvent): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const within = (share: number, length: number) =>
      Math.round(Math.min(1, Math.max(0, share)) * length);
    return [
      within((event.clientX - left) / width, signaturePaper.width),
      within((event.clientY - top) / height, signaturePaper.height),
    ];
  };
  const begin = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    pad.current?.setPointerCapture(event.pointerId);
    current.current = [pointOf(event)];
    setDrawing(current.current);
  };
  const move = (event: PointerEvent) => {
    const last = current.current.at(-1);
    if (!last || !event.isPrimary) return;
    const point = pointOf(event);
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) < nearest) return;
    current.current = [...current.current, point];
    setDrawing(current.current);
  };
  const end = () => {
    if (current.current.length > 0) change([...strokes, current.current]);
    current.current = [];
    setDrawing(null);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p" textColor="neutral600">
        {t('receive.draw-hint')}
      </Typography>
      <Pad
        ref={pad}
        role="img"
        aria-label={t(strokes.length > 0 ? 'receive.drawn' : 'receive.not-drawn')}
        data-testid="signature-pad"
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <Ink strokes={drawing ? [...strokes, drawing] : strokes} />
      </Pad>
      {error && (
        <Typography tag="p" role="alert" variant="pi" textColor="danger700">
          {error}
        </Typography>
      )}
      <Flex gap={2}>
        <Button
          variant="tertiary"
          disabled={strokes.length === 0}
          onClick={() => change(strokes.slice(0, -1))}
        >
          {t('receive.undo')}
        </Button>
        <Button variant="tertiary" disabled={strokes.length === 0} onClick={() => change([])}>
          {t('receive.clear')}
        </Button>
      </Flex>
    </Flex>
  );
}
