import { Status, Typography } from '@strapi/design-system';
import type { Tone } from './tones';

/** A status in one or two words, never cut. */
export const Tag = ({ tone, children }: { tone: Tone; children: string }) => (
  <Status variant={tone} size="S" width="fit-content">
    <Typography tag="span" variant="omega" fontWeight="bold" textColor={`${tone}700`}>
      {children}
    </Typography>
  </Status>
);
