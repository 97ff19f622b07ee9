import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { itemTone } from '../../ui/tones';
import { PaperButton } from '../../ui/PaperButton';
import { RelatedPanels } from './Related';

/** S5: where the request stands with the committee, and the decision. */
export function CommitteeTab({ request }: { request: RequestDetail }) {
  const { t, word } = useWords();
  const { day, hijri, dayAndTime, money } = useFormats();
  const { committee, decision, answer } = request;
  if (!committee && !decision && !answer && !request.appealed)
    return <Empty>{t('request.no-decision')}</Empty>;

  return (
    <Stack>
      <div>
        <PaperButton
          path={`/requests/${request.id}/case-file`}
          name={`case-${request.reference}.pdf`}
        >
          {t('paper.case-file')}
        </PaperButton>
      </div>
      {committee && (
        <Panel title={t('request.committee')}>
          <Stack>
            <Tag tone={itemTone(committee.status)}>{word('item', committee.status)}</Tag>
            <div>
              <Link tag={NavLink} to={paths.item(committee.sessionId, committee.itemId)}>
                {t('request.open-item')}
              </Link>
            </div>
          </Stack>
        </Panel>
      )}
      {decision && (
        <Panel title={t('request.decision')}>
          <Stack>
            <Facts
              facts={[
                {
                  key: 'outcome',
                  label: t('decision.outcome'),
                  value: word('outcome', decision.outcome),
                },
                ...(decision.amount === null
                  ? []
                  : [
                      {
                        key: 'amount',
                        label: t('motion.amount'),
                        value: <Bdi>{money(decision.amount / 100)}</Bdi>,
                      },
                    ]),
                {
                  key: 'decidedAt',
                  label: t('decision.decidedAt'),
                  value: <Bdi>{dayAndTime(decision.decidedAt)}</Bdi>,
                },
                {
                  key: 'repliedAt',
                  label: t('decision.repliedAt'),
                  value: decision.repliedAt ? (
                    <>
                      <Bdi>{dayAndTime(decision.repliedAt)}</Bdi>
                      {decision.releasedEarly && ` (${t('decision.early')})`}
                    </>
                  ) : (
                    t('decision.not-replied')
                  ),
                },
                ...(decision.appealUntil
                  ? [
                      {
                        key: 'appeal',
                        label: t('decision.appealUntil'),
                        value: (
                          <Bdi>
                            {t('common.both-dates', {
                              day: day(decision.appealUntil),
                              hijri: hijri(decision.appealUntil),
                            })}
                          </Bdi>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <Prose>{decision.reason}</Prose>
            {decision.conditions && (
              <div>
                <Typography tag="h3" variant="omega" fontWeight="bold">
                  {t('motion.conditions')}
                </Typography>
                <Prose>{decision.conditions}</Prose>
              </div>
            )}
            {decision.repliedAt && (
              <div>
                <PaperButton
                  path={`/requests/${request.id}/letter`}
                  name={`letter-${request.reference}.pdf`}
                >
                  {t('paper.letter')}
                </PaperButton>
              </div>
            )}
          </Stack>
        </Panel>
      )}
      <RelatedPanels request={request} />
      {answer && (
        <Panel title={t('request.answer')}>
          <Prose>{answer.text}</Prose>
          <p>
            <Bdi>{answer.by}</Bdi>
            {' · '}
            <Bdi>{dayAndTime(answer.at)}</Bdi>
          </p>
        </Panel>
      )}
    </Stack>
  );
}
