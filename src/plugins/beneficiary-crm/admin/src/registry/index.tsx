import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { needs, pagePermissions } from '../app/permissions';
import { ExportPage } from '../transfer/ExportPage';
import { ImportPage } from '../transfer/ImportPage';
import { ImportsPage } from '../transfer/ImportsPage';
import { ChangeFilePage } from './ChangeFilePage';
import { MatchesPage } from './duplicates/MatchesPage';
import { MatchPage } from './duplicates/MatchPage';
import { FilePage } from './file/FilePage';
import { FilesPage } from './FilesPage';
import { NewFilePage } from './NewFilePage';

const write = needs('registry.write');
const takeIn = needs('registry.import');
const takeOut = needs('registry.export');
const merge = needs('registry.merge');

const Registry = () => (
  <Page.Protect permissions={pagePermissions.registry}>
    <Routes>
      <Route index element={<FilesPage />} />
      <Route
        path="new"
        element={
          <Page.Protect permissions={write}>
            <NewFilePage />
          </Page.Protect>
        }
      />
      <Route
        path="import"
        element={
          <Page.Protect permissions={takeIn}>
            <ImportsPage />
          </Page.Protect>
        }
      />
      <Route
        path="matches"
        element={
          <Page.Protect permissions={merge}>
            <MatchesPage />
          </Page.Protect>
        }
      />
      <Route
        path="import/:id"
        element={
          <Page.Protect permissions={takeIn}>
            <ImportPage />
          </Page.Protect>
        }
      />
      <Route
        path="export"
        element={
          <Page.Protect permissions={takeOut}>
            <ExportPage />
          </Page.Protect>
        }
      />
      <Route
        path="matches/:id"
        element={
          <Page.Protect permissions={merge}>
            <MatchPage />
          </Page.Protect>
        }
      />
      <Route path=":id" element={<FilePage />} />
      <Route
        path=":id/change"
        element={
          <Page.Protect permissions={write}>
            <ChangeFilePage />
          </Page.Protect>
        }
      />
    </Routes>
  </Page.Protect>
);

export default Registry;
