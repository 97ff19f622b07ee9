import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ContactWish } from '../../../contracts/contact';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { useLive } from '../app/useLive';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Panel } from '../ui/Panel';
import { Prose, Stack } from '../ui/Prose';
import { Trouble } from '../ui/States';
import { ContactedDialog } from './ContactedDialog';

/** Who evaluated a service and asked to be contacted. Seldom anybody: without one nothing is shown. */
export function ContactWishes() {
  const { t } = useWords();
  const wishes = useCrm<ContactWish[]>('/contact-wishes');
  const { data, problem, reload } = wishes;
  useLive(reload);
  if (data === null && problem) return <Trouble message={problem.message} retry={reload} />;
  if (!data || data.length === 0) return null;
  return (
    <Panel title={t('wishes.title')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('wishes.intro')}
        </Typography>
        {data.map((wish) => (
          <Wish key={wish.id} wish={wish} reload={reload} />
        ))}
      </Stack>
    </Panel>
  );
}

function Wish({ wish, reload }: { wish: ContactWish; reload: () => void }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const [contacted, setContacted] = useState(false);
  return (
    <Flex tag="article" direction="column" alignItems="flex-start" gap={2}>
      <Typography fontWeight="bold">
        <Bdi>{wish.name ?? t('question.nameless')}</Bdi>
        {' · '}
        <Bdi dir="ltr">{wish.phone}</Bdi>
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        <Bdi>{dayAndTime(wish.wishedAt)}</Bdi>
      </Typography>
      <Prose>{wish.message}</Prose>
      <Button variant="secondary" onClick={() => setContacted(true)}>
        {t('wishes.contacted')}
      </Button>
      {contacted && (
        <ContactedDialog wish={wish} close={() => setContacted(false)} reload={reload} />
      )}
    </Flex>
  );
}
