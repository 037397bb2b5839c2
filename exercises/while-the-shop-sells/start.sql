-- Which index gives a customer's orders, latest first? And what can others do while it is built?

