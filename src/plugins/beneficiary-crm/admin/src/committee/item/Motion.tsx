import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Prose, Stack } from '../../ui/Prose';
import type { ItemProps } from './ItemPage';
import { MotionDialog } from './MotionDialog';

/** What is voted on: how much is proposed, and on which conditions. Who presides may change it until the opening. */
export function Motion(props: ItemProps) {
  const { t } = useWords();
  const { money } = useFormats();
  const [editing, setEditing] = useState(false);
  const { motion, rights } = props.item;
  const empty = motion.amount === null && motion.conditions === null;
  if (empty && !rights.motion.allowed) return null;
  return (
    <div>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('motion.title')}
      </Typography>
      <Stack>
        {motion.amount !== null && (
          <Typography tag="p" variant="beta">
            <Bdi>{money(motion.amount / 100)}</Bdi>
          </Typography>
        )}
        {motion.conditions !== null && (
          <div>
            <Typography tag="p" textColor="neutral600">
              {t('motion.conditions')}
            </Typography>
            <Prose>{motion.conditions}</Prose>
          </div>
        )}
        {empty && (
          <Typography tag="p" textColor="neutral600">
            {t('motion.none')}
          </Typography>
        )}
        {rights.motion.allowed && (
          <Flex>
            <Button variant="tertiary" onClick={() => setEditing(true)}>
              {t(empty ? 'motion.add' : 'motion.change')}
            </Button>
          </Flex>
        )}
      </Stack>
      {editing && <MotionDialog {...props} close={() => setEditing(false)} />}
    </div>
  );
}
