import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { AgendaPage } from './agenda/AgendaPage';
import { ItemPage } from './item/ItemPage';
import { StoodAsidePage } from './item/StoodAsidePage';
import { ConflictsPage } from './mine/ConflictsPage';
import { MinePage } from './mine/MinePage';
import { MinutesPage } from './minutes/MinutesPage';
import { PlanPage } from './plan/PlanPage';
import { ProjectorPage } from './projector/ProjectorPage';
import { SessionPage } from './session/SessionPage';
import { SessionsPage } from './sessions/SessionsPage';
import { CommitteePage } from './settings/CommitteePage';
import { SettingsPage } from './settings/SettingsPage';

const Committee = () => (
  <Page.Protect permissions={pagePermissions.committee}>
    <Routes>
      <Route index element={<SessionsPage />} />
      <Route path="settings" element={<SettingsPage />} />
      <Route path="settings/new" element={<CommitteePage />} />
      <Route path="settings/:committee" element={<CommitteePage />} />
      <Route path="new" element={<PlanPage />} />
      <Route path="mine" element={<MinePage />} />
      <Route path="conflicts" element={<ConflictsPage />} />
      <Route path="aside" element={<StoodAsidePage />} />
      <Route path=":session" element={<SessionPage />} />
      <Route path=":session/agenda" element={<AgendaPage />} />
      <Route path=":session/minutes" element={<MinutesPage />} />
      <Route path=":session/projector" element={<ProjectorPage />} />
      <Route path=":session/items/:item" element={<ItemPage />} />
    </Routes>
  </Page.Protect>
);

export default Committee;
