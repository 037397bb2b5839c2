-- All that was ever counted, the dearest first. And in this hour?
select taken_at, calls, pages, query from statements order by taken_at, pages desc;
