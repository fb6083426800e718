import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { HouseholdList } from '../households';
import { t } from '../language/t';
import { Icon } from '../theme/icon';

/** 库外信息补录: verified poor households that the list lacks. */
export function OffListPage() {
  return (
    <HouseholdList
      list="/off-list"
      source="offList"
      title={t('库外信息补录')}
      shortTitle={t('库外')}
      description={t('经核实的贫困户，名单中没有的，在此补录；名单以后列入的，连同记录转入名单。')}
      actions={
        <Button component={Link} to="/off-list/new" variant="contained" color="primary">
          <Icon name="plus" />
          {t('新增')}
        </Button>
      }
    />
  );
}
