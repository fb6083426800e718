import type { TranslationMessages } from 'ra-core';
import type { Known } from './known';

type Messages = Pick<Known<TranslationMessages>['ra'], 'navigation' | 'sort' | 'saved_queries'>;

/** Paging, sorting and saved queries. */
export const listMessages: Messages = {
  navigation: {
    clear_filters: '去掉全部条件',
    no_filtered_results: '没有符合条件的%{name}。',
    no_results: '没有%{name}',
    no_more_results: '第 %{page} 页已超出范围，请看上一页。',
    page_out_of_boundaries: '第 %{page} 页超出范围',
    page_out_from_end: '已经是最后一页',
    page_out_from_begin: '已经是第一页',
    page_range_info: '第 %{offsetBegin}–%{offsetEnd} 条，共 %{total} 条',
    partial_page_range_info: '第 %{offsetBegin}–%{offsetEnd} 条，共 %{offsetEnd} 条以上',
    current_page: '第 %{page} 页',
    page: '第 %{page} 页',
    first: '第一页',
    last: '最后一页',
    next: '下一页',
    previous: '上一页',
    page_rows_per_page: '每页',
    skip_nav: '跳到正文',
  },
  sort: { sort_by: '按%{field_lower_first}%{order}排列', ASC: '升序', DESC: '降序' },
  saved_queries: {
    label: '已存查询',
    query_name: '查询名称',
    new_label: '保存当前查询…',
    new_dialog_title: '把当前查询保存为',
    remove_label: '删除已存查询',
    remove_label_with_name: '删除查询“%{name}”',
    remove_dialog_title: '删除已存查询？',
    remove_message: '确定从已存查询中删除这一项吗？',
    help: '设好条件后可以把查询存下来，以后直接使用',
  },
};
