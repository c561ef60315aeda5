sfwSearch("w0","|2019 ABA|a ABA|an ABB|been ABA|earth ABB|grassroots ABA|has ABA|is ABB|mid ABA|newspaper ABA|of ABA|repaired ABB|report ABA|road ABB|serving ABA|stretch ABA|the ABA");
