import { Box, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { AssignTo, Colleague, Colleagues } from '../../../../contracts/queue';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Bdi } from '../../ui/Bdi';
import { assignable, toOf } from './assign';

interface Props {
  colleagues: Colleagues;
  /** how many requests are given */
  count: number;
  trouble: string | null;
  busy: boolean;
  assign: (to: AssignTo) => void;
  close: () => void;
}

/** More than this many people, and one would rather type a part of the name. */
const searchable = 8;

/** To whom the requests go: a person, with what is in the hands already; whoever of a team has least; or nobody. */
export function AssignDialog({ colleagues, count, trouble, busy, assign, close }: Props) {
  const { t, dir } = useWords();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const people = assignable(colleagues.people, typed);
  const submit = () => {
    const to = toOf(chosen);
    setMissing(to === null);
    if (to) assign(to);
  };
  return (
    <FormDialog
      title={t('assign.title', { n: count })}
      trouble={trouble ?? (missing ? t('assign.missing') : null)}
      errors={{}}
      submit={submit}
      action={t('assign.button')}
      busy={busy}
      close={close}
    >
      {colleagues.people.length > searchable && (
        <LineField name="person" label={t('assign.find')} value={typed} change={setTyped} />
      )}
      <Field.Root name="to">
        <Radio.Group dir={dir} value={chosen} onValueChange={setChosen} aria-label={t('assign.to')}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {people.map((one) => (
              <Radio.Item key={one.id} value={`person:${one.id}`}>
                <PersonLine of={one} />
              </Radio.Item>
            ))}
            {people.length === 0 && (
              <Typography tag="p" textColor="neutral600">
                {t('assign.nobody-found')}
              </Typography>
            )}
            {colleagues.teams.map((team) => (
              <Radio.Item key={team} value={`team:${team}`}>
                {t('assign.by-load', { team: t(`team.${team}`) })}
              </Radio.Item>
            ))}
            <Radio.Item value="nobody">{t('assign.nobody')}</Radio.Item>
          </Flex>
        </Radio.Group>
      </Field.Root>
    </FormDialog>
  );
}

/** A colleague with what is in the hands already, and when away, until when. */
function PersonLine({ of: { name, me, open, state, awayUntil } }: { of: Colleague }) {
  const { t } = useWords();
  const { day } = useFormats();
  return (
    <Box tag="span">
      <Bdi>{name}</Bdi>
      {me && ` ${t('assign.me')}`}
      {' · '}
      <Typography tag="span" textColor="neutral600">
        {t('assign.open', { n: open })}
      </Typography>
      {state === 'away' && (
        <Typography tag="span" textColor="warning700">
          {' · '}
          {awayUntil ? t('assign.away-until', { day: day(awayUntil) }) : t('assign.away')}
        </Typography>
      )}
    </Box>
  );
}
