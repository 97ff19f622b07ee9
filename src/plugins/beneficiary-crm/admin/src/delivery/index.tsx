import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { DeliveryPage } from './DeliveryPage';
import { LimitsPage } from './LimitsPage';

const Delivery = () => (
  <Page.Protect permissions={pagePermissions.deliveries}>
    <Routes>
      <Route index element={<DeliveryPage />} />
      <Route
        path="limits"
        element={
          <Page.Protect permissions={pagePermissions.limits}>
            <LimitsPage />
          </Page.Protect>
        }
      />
    </Routes>
  </Page.Protect>
);

export default Delivery;
