import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { Colleagues, HandoverResult } from '../../../../contracts/queue';
import { useCommand } from '../../app/api';
import { useOnceKey } from '../../app/useOnceKey';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { ManyChoice } from '../../ui/ManyChoice';
import { FieldGrid } from '../../ui/FieldGrid';
import { FormDialog } from '../../ui/FormDialog';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { HandedOver } from './HandedOver';

interface Props {
  colleagues: Colleagues;
  /** whose work is meant; null: one's own */
  from: number | null;
  reload: () => void;
}

/** Everything that is open in one person's hands goes to others at once, shared out by load. */
export function HandoverPanel({ colleagues, from: wanted, reload }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const { headersFor, done } = useOnceKey('away.handover');
  const { people, teams, mayAssign } = colleagues;
  const me = people.find((one) => one.me);
  const [from, setFrom] = useState(String(wanted ?? me?.id ?? ''));
  const [team, setTeam] = useState('');
  const [to, setTo] = useState<string[]>([]);
  const [sure, setSure] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [result, setResult] = useState<HandoverResult | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus();
  }, [wanted]);

  const giver = people.find(({ id }) => String(id) === from);
  const givers = people.filter((one) => one.open > 0 && (mayAssign || one.me));
  const takers = people.filter(({ id, state }) => state === 'present' && String(id) !== from);
  const ask = () => {
    const missing = !giver || (to.length === 0 && !team);
    setError(missing ? t('handover.missing') : null);
    setTrouble(null);
    if (!missing) setSure(true);
  };
  const submit = async () => {
    const body = { from: Number(from), to: to.length > 0 ? { people: to.map(Number) } : { team } };
    setTrouble(null);
    const outcome = await send<HandoverResult>('/requests/handover', body, headersFor(body));
    if (outcome === null) return;
    if (!outcome.ok) return setTrouble(outcome.problem.message);
    done();
    setSure(false);
    setResult(outcome.data);
    setTo([]);
    reload();
  };

  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Panel title={t('handover.title')}>
        <Stack>
          <Typography tag="p" textColor="neutral600">
            {t('handover.explained')}
          </Typography>
          {result && <HandedOver result={result} />}
          {givers.length === 0 ? (
            <Typography tag="p">{t('handover.nothing')}</Typography>
          ) : (
            <>
              <FieldGrid>
                <Choice
                  name="from"
                  label={t('handover.from')}
                  value={giver && giver.open > 0 ? from : ''}
                  options={givers.map(({ id, name, open }) => ({
                    value: String(id),
                    label: t('handover.of', { name, n: open }),
                  }))}
                  change={(value) => {
                    setFrom(value);
                    setTo(to.filter((one) => one !== value));
                  }}
                />
                <ManyChoice
                  name="to"
                  label={t('handover.to')}
                  empty={t('common.choose')}
                  value={to}
                  options={takers.map(({ id, name, open }) => ({
                    value: String(id),
                    label: t('handover.of', { name, n: open }),
                  }))}
                  change={(chosen) => {
                    setTo(chosen);
                    if (chosen.length > 0) setTeam('');
                  }}
                />
                <Choice
                  name="team"
                  label={t('handover.team')}
                  empty={t('common.choose')}
                  value={team}
                  options={teams.map((one) => ({ value: one, label: t(`team.${one}`) }))}
                  change={(chosen) => {
                    setTeam(chosen);
                    if (chosen) setTo([]);
                  }}
                />
              </FieldGrid>
              {error && (
                <Typography tag="p" role="alert" textColor="danger700">
                  {error}
                </Typography>
              )}
              <Flex>
                <Button variant="secondary" onClick={ask}>
                  {t('handover.button')}
                </Button>
              </Flex>
            </>
          )}
        </Stack>
      </Panel>
      {sure && giver && (
        <FormDialog
          title={t('handover.title')}
          explained={t('handover.sure', { name: giver.name, n: giver.open })}
          trouble={trouble}
          errors={{}}
          submit={() => void submit()}
          action={t('handover.button')}
          busy={busy}
          close={() => setSure(false)}
        />
      )}
    </div>
  );
}
