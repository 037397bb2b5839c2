-- Two measures of a product, and a distance between products. Which index returns what is nearest first?
select id, name, price, attributes->>'weight_g' as weight from products where id = 1546;
