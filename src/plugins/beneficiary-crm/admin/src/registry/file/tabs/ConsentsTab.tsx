import { Button, Flex, Typography } from '@strapi/design-system';
import { useFormats } from '../../../app/formats';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Panel } from '../../../ui/Panel';
import { RowList } from '../../../ui/RowList';
import { Tag } from '../../../ui/Tag';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';

/** What was agreed to, by which version of the notice, and what was taken back. */
export function ConsentsTab({ file, begin }: TabProps) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  return (
    <Panel
      title={t('file.tab.consents')}
      aside={
        begin && (
          <Button size="S" variant="secondary" onClick={() => begin({ kind: 'consent' })}>
            {t('step.consent')}
          </Button>
        )
      }
    >
      {file.consents.length === 0 ? (
        <Typography textColor="neutral600">{t('file.no-consents')}</Typography>
      ) : (
        <RowList items={file.consents} idOf={({ id }) => id}>
          {(consent) => (
            <>
              <div>
                <Typography tag="p" fontWeight="bold">
                  {word('consent_purpose', consent.purpose)}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  <Dotted
                    of={[
                      <Bdi>{dayAndTime(consent.givenAt)}</Bdi>,
                      word('consent_way', consent.how),
                      t('file.notice-version', { version: consent.noticeVersion }),
                      consent.reference && <Bdi dir="ltr">{consent.reference}</Bdi>,
                      consent.by && (
                        <>
                          {t('file.given-by')} <Bdi>{consent.by}</Bdi>
                        </>
                      ),
                      consent.recordedBy && (
                        <>
                          {t('file.recorded-by')} <Bdi>{consent.recordedBy}</Bdi>
                        </>
                      ),
                    ]}
                  />
                </Typography>
                {consent.withdrawnAt && (
                  <Typography tag="p">
                    <Dotted
                      of={[
                        t('file.withdrawn-at', { at: dayAndTime(consent.withdrawnAt) }),
                        consent.withdrawnHow && word('consent_way', consent.withdrawnHow),
                        consent.effect,
                      ]}
                    />
                  </Typography>
                )}
              </div>
              <Flex gap={2} wrap="wrap">
                <Tag tone={consent.withdrawnAt ? 'neutral' : 'success'}>
                  {t(consent.withdrawnAt ? 'file.withdrawn' : 'file.stands')}
                </Tag>
                {begin && !consent.withdrawnAt && (
                  <Button
                    size="S"
                    variant="tertiary"
                    aria-label={t('file.withdraw-of', {
                      purpose: word('consent_purpose', consent.purpose),
                    })}
                    onClick={() => begin({ kind: 'withdraw', consent })}
                  >
                    {t('file.withdraw')}
                  </Button>
                )}
              </Flex>
            </>
          )}
        </RowList>
      )}
    </Panel>
  );
}
