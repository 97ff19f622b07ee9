import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink, useNavigate } from 'react-router-dom';
import type { VisitDetail } from '../../../contracts/reception';
import type { PersonHit } from '../../../contracts/registry';
import { visitReasons } from '../../../contracts/vocabulary';
import { useCommand } from '../app/api';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useOnceKey } from '../app/useOnceKey';
import { useWords } from '../app/words';
import { PersonSearch } from '../search';
import { Bdi } from '../ui/Bdi';
import { Choice } from '../ui/Choice';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';

interface Props {
  arrived: (visit: { id: string }) => void;
}

/** One search box: whoever is found comes in as a visitor, or their file or a request is opened. */
export function FindPerson({ arrived }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [person, setPerson] = useState<PersonHit | null>(null);
  // A new box, empty again, once somebody was dealt with.
  const [round, setRound] = useState(0);
  const forget = () => {
    setPerson(null);
    setRound(round + 1);
  };

  return (
    <Panel title={t('find.title')}>
      {person ? (
        <Found
          person={person}
          forget={forget}
          arrived={(visit) => {
            forget();
            arrived(visit);
          }}
        />
      ) : (
        <PersonSearch
          key={round}
          label={t('find.box')}
          onPick={setPerson}
          onPickRequest={(request) => navigate(paths.request(request.id))}
          nobody={<Typography tag="p">{t('find.nobody')}</Typography>}
        />
      )}
    </Panel>
  );
}

function Found({ person, forget, arrived }: Props & { person: PersonHit; forget: () => void }) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { headersFor, done } = useOnceKey('reception.known');
  const mayReceive = usePermission('requests.receive');
  const [reason, setReason] = useState('follow_up');

  const arrive = async () => {
    const body = { person: person.id, reason };
    const outcome = await send<VisitDetail>('/visits', body, headersFor(body));
    if (outcome === null) return;
    if (!outcome.ok)
      return toggleNotification({ type: 'warning', message: outcome.problem.message });
    done();
    toggleNotification({ type: 'success', message: t('visitor.arrived') });
    arrived(outcome.data);
  };

  return (
    <Stack>
      <Typography tag="p" fontWeight="bold">
        <Bdi>{person.name}</Bdi> {' · '} <Bdi dir="ltr">{person.fileNumber}</Bdi>
      </Typography>
      <Choice
        name="known-reason"
        label={t('visitor.reason')}
        value={reason}
        options={visitReasons.map((value) => ({ value, label: word('visit_reason', value) }))}
        change={setReason}
      />
      <Flex gap={2} wrap="wrap">
        <Button loading={busy} onClick={arrive}>
          {t('visitor.arrive')}
        </Button>
        <LinkButton tag={NavLink} to={paths.person(person.id)} variant="secondary">
          {t('find.open-file')}
        </LinkButton>
        {mayReceive && (
          <LinkButton tag={NavLink} to={paths.newRequest(person.id)} variant="secondary">
            {t('visit.new-request')}
          </LinkButton>
        )}
        <Button variant="tertiary" onClick={forget}>
          {t('find.another')}
        </Button>
      </Flex>
    </Stack>
  );
}
