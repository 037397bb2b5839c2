-- Every part of the document occurs somewhere. The whole of it does not.
select metadata from threads order by id limit 5;
