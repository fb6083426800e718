import type { TranslationMessages } from 'ra-core';
import type { Known } from './known';

type Messages = Pick<Known<TranslationMessages>['ra'], 'message' | 'notification' | 'guesser' | 'configurable'>;

/** Questions, notices and errors: what happened, and what to do next. */
export const conversationMessages: Messages = {
  message: {
    about: '关于',
    access_denied: '您的账号没有打开此页面的权限，请联系上级主管开通。',
    are_you_sure: '确定吗？',
    authentication_error: '服务器没有确认您的登录状态，请重新登录。',
    auth_error: '核对登录状态时出错，请重新登录。',
    bulk_delete_content: '确定删除所选的 %{smart_count} 项%{name}吗？',
    bulk_delete_title: '删除 %{smart_count} 项%{name}',
    bulk_update_content: '确定修改所选的 %{smart_count} 项吗？',
    bulk_update_title: '修改 %{smart_count} 项%{name}',
    clear_array_input: '确定清空整个列表吗？',
    delete_content: '确定删除此%{name}吗？',
    delete_title: '删除%{name} %{recordRepresentation}',
    details: '详情',
    error: '页面出错，操作没有完成。请刷新后重试。',
    invalid_form: '有内容需要修改，请看标红的项',
    loading: '请稍候',
    no: '否',
    not_found: '地址有误，或链接已失效。',
    select_all_limit_reached: '数量太多，只选中了前 %{max} 项。',
    unsaved_changes: '有内容还没有保存，确定离开吗？',
    yes: '是',
    placeholder_data_warning: '网络异常，显示的是上一次的数据。',
  },
  notification: {
    updated: '已保存 |||| 已保存 %{smart_count} 项',
    created: '已新增',
    deleted: '已删除 |||| 已删除 %{smart_count} 项',
    bad_item: '数据有误',
    item_doesnt_exist: '这条记录不存在，或不在您的行政区划内',
    http_error: '服务器没有正确回应，请稍后重试',
    data_provider_error: '读取数据时出错，请刷新后重试',
    i18n_error: '无法载入所选语言',
    canceled: '已取消',
    logged_out: '登录已过期，请重新登录。',
    not_authorized: '您没有此项操作的权限。',
    application_update_available: '系统已更新，请重新载入页面。',
    offline: '网络已断开，暂时读不到数据。',
  },
  guesser: { empty: { title: '没有数据', message: '请检查数据来源' } },
  configurable: {
    customize: '自定义',
    configureMode: '自定义此页面',
    inspector: {
      title: '设置',
      content: '把指针移到页面部件上进行设置',
      reset: '恢复默认',
      hideAll: '全部隐藏',
      showAll: '全部显示',
    },
    Datagrid: { title: '表格', unlabeled: '第 %{column} 列' },
    SimpleForm: { title: '表单', unlabeled: '第 %{input} 项' },
    SimpleList: { title: '列表', primaryText: '主要文字', secondaryText: '次要文字', tertiaryText: '补充文字' },
  },
};
