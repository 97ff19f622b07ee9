import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { NavLink, useLocation } from 'react-router-dom';
import type { PersonFile } from '../../../../contracts/registry';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { warningsOf } from './warnings';

interface Props {
  file: PersonFile;
  expiryDays: number;
}

/** First to the eye: what must be known before anything is done for the person. */
export function Warnings({ file, expiryDays }: Props) {
  const { t } = useWords();
  const { state } = useLocation();
  const warnings = warningsOf(file, expiryDays);
  if (warnings.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={t('warning.title')}>
      {warnings.map(({ id, key, values, tone, at }) => (
        <Box
          key={id}
          tag="li"
          background={`${tone}100`}
          hasRadius
          paddingTop={3}
          paddingBottom={3}
          paddingLeft={4}
          paddingRight={4}
        >
          <Flex gap={3} justifyContent="space-between">
            <Flex gap={2} flex="1" alignItems="center">
              <Flex color={`${tone}700`}>
                <WarningCircle aria-hidden fill="currentColor" />
              </Flex>
              <Typography textColor={`${tone}700`} fontWeight="bold">
                {t(key, values)}
              </Typography>
            </Flex>
            {at === 'matches' ? (
              file.may.merge && (
                <Link tag={NavLink} to={paths.matches}>
                  {t('warning.judge')}
                </Link>
              )
            ) : (
              <Link tag={NavLink} to={{ search: `?tab=${at}` }} state={state} replace>
                {t(`file.tab.${at}`)}
              </Link>
            )}
          </Flex>
        </Box>
      ))}
    </Flex>
  );
}
