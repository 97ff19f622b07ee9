import { Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ImprovementList } from '../../../contracts/improvements';
import type { SatisfactionFigures } from '../../../contracts/satisfaction';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { glanceAt } from './glance';
import type { Spot } from './glance';
import { useFigureWords } from './useFigureWords';

const Four = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
`;
const Part = styled.section<{ $edge: 'success500' | 'danger500' | 'primary500' | 'warning500' }>`
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  border-block-start: 4px solid ${({ theme, $edge }) => theme.colors[$edge]};
  padding: ${({ theme }) => theme.spaces[4]};
  break-inside: avoid;

  ul {
    list-style: none;
    padding: 0;
    margin-block-start: ${({ theme }) => theme.spaces[3]};
  }
  li {
    display: flex;
    justify-content: space-between;
    gap: ${({ theme }) => theme.spaces[3]};
    padding-block: ${({ theme }) => theme.spaces[2]};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    line-height: 1.7;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  li + li {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  li > :last-child {
    flex: none;
    text-align: end;
  }
  li > :first-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;

interface ListProps {
  title: string;
  edge: 'success500' | 'danger500' | 'primary500' | 'warning500';
  empty: string;
  items: { key: string; name: ReactNode; value: ReactNode }[];
  more?: ReactNode;
}

const List = ({ title, edge, empty, items, more }: ListProps) => (
  <Part $edge={edge}>
    <Typography tag="h2" variant="delta">
      {title}
    </Typography>
    {items.length === 0 ? (
      <Typography tag="p" textColor="neutral600" style={{ lineHeight: 1.7 }}>
        {empty}
      </Typography>
    ) : (
      <ul>
        {items.map(({ key, name, value }) => (
          <li key={key}>
            <span>{name}</span>
            <span>{value}</span>
          </li>
        ))}
      </ul>
    )}
    {more}
  </Part>
);

interface Props {
  figures: SatisfactionFigures;
  target: number;
}

/** On one screen: what is good, what is poor, what has changed, and what is being done about it. */
export function GlancePanel({ figures, target }: Props) {
  const { t } = useWords();
  const { percent, number } = useFormats();
  const words = useFigureWords();
  const { data } = useCrm<ImprovementList>('/improvements', { state: 'open' });
  const { good, poor, changed } = glanceAt(figures, target);
  const aim = { target: percent(target) };
  const spots = (some: Spot[]) =>
    some.map(({ key, label, figure }) => ({
      key,
      name: <Bdi>{label}</Bdi>,
      value: <Bdi>{words.value(figure)}</Bdi>,
    }));
  const underWay = (data?.rows ?? []).filter(({ state }) => state === 'open');
  return (
    <Four>
      <List
        title={t('glance.good')}
        edge="success500"
        empty={t('glance.no-good', aim)}
        items={spots(good)}
      />
      <List
        title={t('glance.poor')}
        edge="danger500"
        empty={t('glance.no-poor', aim)}
        items={spots(poor)}
      />
      <List
        title={t('glance.changed')}
        edge="primary500"
        empty={t('glance.no-change')}
        items={changed.map(({ key, label, figure: { comparison } }) => ({
          key,
          name: <Bdi>{label}</Bdi>,
          value: (
            <Typography
              textColor={comparison?.verdict === 'better' ? 'success700' : 'danger700'}
              tag="span"
            >
              {t(`glance.${comparison?.verdict ?? 'better'}`, {
                points: number(Math.abs(comparison?.difference ?? 0) * 100),
              })}
            </Typography>
          ),
        }))}
      />
      <List
        title={t('glance.doing')}
        edge="warning500"
        empty={t('glance.no-doing')}
        items={underWay.slice(0, 4).map(({ id, title, late, owner }) => ({
          key: id,
          name: (
            <Link tag={NavLink} to={paths.improvement(id)}>
              <Bdi>{title}</Bdi>
            </Link>
          ),
          value: late ? t('improvements.late') : owner ? '' : t('improvements.unowned'),
        }))}
        more={
          <Link tag={NavLink} to={paths.improvements}>
            {t('glance.all-doing', { n: number(data?.counts.open ?? 0) })}
          </Link>
        }
      />
    </Four>
  );
}
