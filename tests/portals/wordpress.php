<?php
// Sets up WordPress as a portal that is there already: Vietnamese time, an administrator, an author. Run in its folder: php wordpress.php ADDRESS
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$site = getcwd();
$host = parse_url($argv[1], PHP_URL_HOST) . ':' . parse_url($argv[1], PHP_URL_PORT);
$_SERVER += ['HTTP_HOST' => $host, 'SERVER_NAME' => $host, 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1'];
define('WP_INSTALLING', true);
require "$site/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Cổng thông tin thử nghiệm', 'Administrator', 'quantri@portal.test', true, '', 'mat-khau-thu');
wp_insert_user(['user_login' => 'Author', 'user_pass' => 'mat-khau-thu', 'user_email' => 'tacgia@portal.test', 'role' => 'author']);
switch_theme('twentytwentyone');
update_option('timezone_string', 'Asia/Ho_Chi_Minh');
