-- exercise: orders-of-a-day
-- verdict: refused
-- rule: no-table
-- The same in XML.
select id, total from xmltable('/r/o' passing xmlparse(document '<r><o><id>1</id><total>2</total></o></r>') columns id integer path 'id', total numeric path 'total');
