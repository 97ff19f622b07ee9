import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Measure } from '../../../contracts/satisfaction';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { useFigureWords } from './useFigureWords';

const Definition = styled.details`
  font-size: ${({ theme }) => theme.fontSizes[1]};
  line-height: 1.7;
  color: ${({ theme }) => theme.colors.neutral600};
  white-space: pre-line;

  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary700};
    padding-block: ${({ theme }) => theme.spaces[1]};
  }
`;

/** A figure with everything without which it would mislead: n, the interval, the period before, the definition. */
export function MeasureBox({ figure }: { figure: Measure }) {
  const { t } = useWords();
  const { number } = useFormats();
  const words = useFigureWords();
  const { label, definition, n, census, mean, comparison, value } = figure;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Typography tag="h2" variant="omega" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="p" variant={value === null ? 'delta' : 'alpha'}>
        <bdi>{words.value(figure)}</bdi>
      </Typography>
      {value !== null && (
        <Typography tag="p" variant="pi" textColor="neutral700" style={{ lineHeight: 1.7 }}>
          {census
            ? t('figures.census', { n })
            : t('figures.interval-and-n', { range: words.range(figure), n })}
        </Typography>
      )}
      {mean !== null && (
        <Typography tag="p" variant="pi" textColor="neutral700">
          {t('figures.mean', { mean: number(mean, 1) })}
        </Typography>
      )}
      {comparison && (
        <Typography
          tag="p"
          variant="pi"
          textColor={
            comparison.verdict === 'better'
              ? 'success700'
              : comparison.verdict === 'worse'
                ? 'danger700'
                : 'neutral700'
          }
          style={{ lineHeight: 1.7 }}
        >
          {comparison.text}
        </Typography>
      )}
      <Definition>
        <summary>{t('figures.how')}</summary>
        {definition}
      </Definition>
    </Box>
  );
}
