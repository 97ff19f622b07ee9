import { ArrowLeft, ChevronLeft, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';

const mirrored = `[dir='rtl'] & { transform: scaleX(-1); }`;

/** Icons that point along the line: mirrored where the line runs from right to left. */
export const BackIcon = styled(ArrowLeft)`
  ${mirrored}
`;
export const PreviousIcon = styled(ChevronLeft)`
  ${mirrored}
`;
export const NextIcon = styled(ChevronRight)`
  ${mirrored}
`;
