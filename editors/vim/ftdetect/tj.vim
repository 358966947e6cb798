autocmd BufNewFile,BufRead *.tj setfiletype tj
