@echo off
rem Runs the command line with Java 17 or newer: that of JAVA_HOME if it is set, else the one on the PATH.
setlocal DisableDelayedExpansion
set "jar=%~dp0..\lib\veeam-linked-jobs-cli.jar"
if not exist "%jar%" (
  echo veeam-linked-jobs: "%jar%" is missing; unpack the whole archive, and keep bin and lib together 1>&2
  exit /b 1
)
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" (
  echo veeam-linked-jobs: JAVA_HOME is "%JAVA_HOME%", which has no bin\java.exe; correct or unset it 1>&2
  exit /b 1
)
if not defined JAVA_HOME (
  where /q java.exe || (
    echo veeam-linked-jobs: Java is missing; install Java 17 or newer, or set JAVA_HOME 1>&2
    exit /b 1
  )
)
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%jar%" %*
set "code=%ERRORLEVEL%"
if not "%code%"=="1" exit /b %code%
echo veeam-linked-jobs: exit code 1 is never a verdict. Java 17 or newer is needed; this is: 1>&2
"%java%" -version
exit /b 1
